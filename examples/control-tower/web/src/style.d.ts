// Vite takes the style into the page.
declare module '*.css';
