import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

afterEach(cleanup);

// What jsdom lacks and Mantine asks for.
Object.defineProperty(window, 'matchMedia', {
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
    addListener: vi.fn(),
    removeListener: vi.fn(),
  }),
});
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// What jsdom does not have and Mantine's fields ask for: letters that load, and lists that scroll.
Object.defineProperty(document, 'fonts', {
  configurable: true,
  value: { load: async () => [], addEventListener: () => {}, removeEventListener: () => {} },
});
Element.prototype.scrollIntoView = () => {};
