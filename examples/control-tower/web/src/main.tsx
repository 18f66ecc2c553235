import { render } from 'preact';
import { App } from './app.tsx';
import { SignedIn } from './session/signed-in.tsx';
import './style.css';
import './session/session.css';

const place = document.getElementById('tower');
if (place !== null)
  render(
    <SignedIn>
      <App />
    </SignedIn>,
    place,
  );
