import { render } from 'preact';
import { Playground } from './playground.tsx';
import './playground.css';

/** Puts the playground into an element; what is returned takes it out again. */
export function mount(element: HTMLElement): () => void {
  element.replaceChildren();
  render(<Playground />, element);
  return () => render(null, element);
}
