import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { saveAllFields } from '../../api';
import { DayField } from './DayField';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

function shown(first: string | null = null) {
  const saved: (string | null)[] = [];
  function Held() {
    const [day, setDay] = useState(first);
    const save = async (next: string | null | undefined) => {
      saved.push(next ?? null);
      setDay(next ?? null);
    };
    return <DayField label="Due" value={day} save={save} />;
  }
  const { unmount } = render(
    <MantineProvider env="test">
      <Held />
    </MantineProvider>,
  );
  return {
    saved,
    input: screen.getByLabelText('Due') as HTMLInputElement,
    user: userEvent.setup(),
    leave: unmount,
  };
}

describe('a day that is typed', () => {
  it('is saved once, when its year is whole', async () => {
    const { saved, input, user } = shown();
    await user.type(input, '1 Apr 202');
    expect(saved).toEqual([]);
    await user.type(input, '7');
    expect(saved).toEqual(['2027-04-01']);
    await user.tab();
    expect(saved).toEqual(['2027-04-01']);
    expect(input.value).toBe('1 Apr 2027');
  });
  it('counts in its short forms when the field is left', async () => {
    const { saved, input, user } = shown();
    await user.type(input, '1.4.27');
    expect(saved).toEqual([]);
    await user.tab();
    expect(saved).toEqual(['2027-04-01']);
    expect(input.value).toBe('1 Apr 2027');
  });
  it('counts on Enter', async () => {
    const { saved, input, user } = shown();
    await user.type(input, '1/4/27{Enter}');
    expect(saved).toEqual(['2027-04-01']);
  });
  it('is no other day while its last figure is missing', async () => {
    const { saved, input, user } = shown();
    await user.type(input, '2027-04-12');
    expect(saved).toEqual(['2027-04-12']);
  });
  it('takes the place of another without a step in between', async () => {
    const { saved, input, user } = shown('2026-12-24');
    await user.clear(input);
    await user.type(input, '31 Jan 2027');
    await user.tab();
    expect(saved).toEqual(['2027-01-31']);
  });
  it('goes when the field is left empty', async () => {
    const { saved, input, user } = shown('2026-12-24');
    await user.clear(input);
    expect(saved).toEqual([]);
    await user.tab();
    expect(saved).toEqual([null]);
    expect(input.value).toBe('');
  });
  it('is not lost when the screen is left, or when something else is done first', async () => {
    const { saved, input, user, leave } = shown();
    await user.type(input, '1.4.27');
    await saveAllFields();
    expect(saved).toEqual(['2027-04-01']);
    await user.clear(input);
    await user.type(input, '2.4.27');
    leave();
    expect(saved).toEqual(['2027-04-01', '2027-04-02']);
  });
  it('is what it was when nobody can read what was typed', async () => {
    const { saved, input, user } = shown('2026-12-24');
    await user.clear(input);
    await user.type(input, 'someday');
    await user.tab();
    expect(saved).toEqual([]);
    expect(input.value).toBe('24 Dec 2026');
  });
});
