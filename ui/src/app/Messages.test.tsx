import { MantineProvider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Messages, roomFor } from './Messages';

const Was = window.ResizeObserver;
afterEach(() => {
  window.ResizeObserver = Was;
  notifications.clean();
});

describe('messages', () => {
  it('take their room from the page, and give it back', () => {
    expect(roomFor(0)).toBe('0px');
    expect(roomFor(63.2)).toBe('calc(64px + 2 * var(--mantine-spacing-md))');
    let measure = () => {};
    const nothing = {} as ResizeObserver;
    window.ResizeObserver = class {
      constructor(tell: ResizeObserverCallback) {
        measure = () => tell([], nothing);
      }
      observe = vi.fn();
      unobserve = vi.fn();
      disconnect = vi.fn();
    };
    const { unmount } = render(
      <MantineProvider>
        <Messages />
      </MantineProvider>,
    );
    measure();
    const room = () => document.documentElement.style.getPropertyValue('--ls-messages');
    expect(room()).toBe('0px');
    unmount();
    expect(room()).toBe('');
  });

  it('are as tall as what they say', async () => {
    render(
      <MantineProvider>
        <Messages />
      </MantineProvider>,
    );
    act(() => void notifications.show({ role: 'alert', title: 'Not saved.', message: 'Why. '.repeat(200) }));
    expect((await screen.findByRole('alert')).style.maxHeight).toBe('none');
  });
});
