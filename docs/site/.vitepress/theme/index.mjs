// The theme of VitePress, and one component: the playground, which is fetched when its page is shown.
import Theme from 'vitepress/theme';

/** What stands in the page until then is its slot. */
const Playground = {
  render() {
    return this.$slots.default?.();
  },
  async mounted() {
    if (import.meta.env.SSR) return;
    const place = document.getElementById('playground');
    const { mount } = await import('../../playground/mount.tsx');
    if (place?.isConnected) this.unmountPlayground = mount(place);
  },
  beforeUnmount() {
    this.unmountPlayground?.();
  },
};

export default {
  extends: Theme,
  enhanceApp({ app }) {
    app.component('Playground', Playground);
  },
};
