import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../platform', () => ({ setZoom: vi.fn(async () => {}) }));
const { setZoom } = await import('../platform');
const { showInKeptSize, showInSize, sizes, stepped, textSize } = await import('./textSize');

describe('the size of the text', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.mocked(setZoom).mockClear();
  });

  it('goes up and down by steps and stays at either end', () => {
    expect(stepped(100, 1)).toBe(110);
    expect(stepped(100, -1)).toBe(90);
    expect(stepped(200, 1)).toBe(200);
    expect(stepped(80, -1)).toBe(80);
    for (const size of sizes) expect(sizes).toContain(stepped(size, 1));
  });

  it('is kept for the next start', () => {
    showInSize(150);
    expect(textSize()).toBe(150);
    vi.mocked(setZoom).mockClear();
    showInKeptSize();
    expect(setZoom).toHaveBeenCalledExactlyOnceWith(1.5);
  });

  it('is the usual one when nothing or nonsense was kept', () => {
    showInKeptSize();
    localStorage.setItem('text-size', '1000');
    expect(textSize()).toBe(100);
    expect(setZoom).not.toHaveBeenCalled();
  });
});
