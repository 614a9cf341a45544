import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { type SessionKeys, useSessionKeys } from './useSessionKeys';

function Keys({ keys, isActive = true }: { keys: SessionKeys; isActive?: boolean }) {
  useSessionKeys(keys, isActive);
  return (
    <>
      <input aria-label="a field" />
      <button type="button">a button</button>
    </>
  );
}

function spies(): SessionKeys {
  return {
    next: vi.fn(),
    previous: vi.fn(),
    black: vi.fn(),
    park: vi.fn(),
    decide: vi.fn(),
    action: vi.fn(),
    pause: vi.fn(),
  };
}

describe('the keys of the session', () => {
  it('turn pages as clickers send them', () => {
    const keys = spies();
    render(<Keys keys={keys} />);
    fireEvent.keyDown(document.body, { key: 'PageDown' });
    fireEvent.keyDown(document.body, { key: 'ArrowRight' });
    fireEvent.keyDown(document.body, { key: 'PageUp' });
    expect(keys.next).toHaveBeenCalledTimes(2);
    expect(keys.previous).toHaveBeenCalledTimes(1);
  });
  it('open the parking lot from a button that has the keyboard', () => {
    const keys = spies();
    render(<Keys keys={keys} />);
    fireEvent.keyDown(screen.getByRole('button'), { key: 'p' });
    expect(keys.park).toHaveBeenCalledTimes(1);
  });
  it('do nothing while somebody types', () => {
    const keys = spies();
    render(<Keys keys={keys} />);
    const field = screen.getByRole('textbox');
    for (const key of ['b', 'p', 'd', 'a', 'ArrowRight', 'PageDown']) fireEvent.keyDown(field, { key });
    for (const spy of Object.values(keys)) expect(spy).not.toHaveBeenCalled();
  });
  it('leave shortcuts with Ctrl to the window', () => {
    const keys = spies();
    render(<Keys keys={keys} />);
    fireEvent.keyDown(document.body, { key: 'p', ctrlKey: true });
    expect(keys.park).not.toHaveBeenCalled();
  });
  it('turn one page while a key is held', () => {
    const keys = spies();
    render(<Keys keys={keys} />);
    fireEvent.keyDown(document.body, { key: 'PageDown', repeat: true });
    expect(keys.next).not.toHaveBeenCalled();
  });
  it('rest while the screen is black', () => {
    const keys = spies();
    render(<Keys keys={keys} isActive={false} />);
    fireEvent.keyDown(document.body, { key: 'PageDown' });
    expect(keys.next).not.toHaveBeenCalled();
  });
});
