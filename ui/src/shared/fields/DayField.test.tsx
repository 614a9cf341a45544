import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { saveAllFields, settleAllFields } from '../../api';
import type { Within } from '../formats/days';
import { DayField, DaysWithin } from './DayField';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

function shown(first: string | null = null, within: Within | null = null, before?: () => Promise<void>) {
  const saved: (string | null)[] = [];
  function Held() {
    const [day, setDay] = useState(first);
    const save = async (next: string | null | undefined) => {
      if (before) await before();
      saved.push(next ?? null);
      setDay(next ?? null);
    };
    return <DayField label="Due" value={day} save={save} />;
  }
  const { unmount } = render(
    <MantineProvider env="test">
      <DaysWithin value={within}>
        <Held />
      </DaysWithin>
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
  it('stays in the field with what is wrong when nobody can read it, until it is put right', async () => {
    const { saved, input, user } = shown('2026-12-24');
    await user.clear(input);
    await user.type(input, '31/02/2026');
    await user.tab();
    expect(saved).toEqual([]);
    expect(input.value).toBe('31/02/2026');
    expect(screen.getByText(/That is not a date: “31\/02\/2026”/)).toBeTruthy();
    expect(await settleAllFields()).toEqual(['Due']);
    await user.clear(input);
    await user.type(input, '28/02/2026');
    await user.tab();
    expect(saved).toEqual(['2026-02-28']);
    expect(input.value).toBe('28 Feb 2026');
    expect(screen.queryByText(/That is not a date/)).toBeNull();
    expect(await settleAllFields()).toEqual([]);
  });
  it('without a year lies in the year of the plan', async () => {
    const { saved, input, user } = shown(null, { first: '2026-07-01', last: '2027-06-30' });
    await user.type(input, '1 Apr');
    await user.tab();
    expect(saved).toEqual(['2027-04-01']);
    expect(input.value).toBe('1 Apr 2027');
  });
  it('without a year is asked for it where no plan says which', async () => {
    const { saved, input, user } = shown();
    await user.type(input, '1 Apr');
    await user.tab();
    expect(saved).toEqual([]);
    expect(input.value).toBe('1 Apr');
    expect(screen.getByText(/“1 Apr” does not say which year/)).toBeTruthy();
  });
  it('that could not be saved stays, and is saved with the next try', async () => {
    let fails = true;
    const { saved, input, user } = shown('2026-12-24', null, async () => {
      if (fails) throw { code: 'file', message: 'The disk is full.', hint: null, field: null };
    });
    await user.clear(input);
    await user.type(input, '31 Jan 2027');
    await user.tab();
    expect(input.value).toBe('31 Jan 2027');
    expect(screen.getByText('The disk is full.')).toBeTruthy();
    expect(await act(settleAllFields)).toEqual(['Due']);
    fails = false;
    expect(await act(settleAllFields)).toEqual([]);
    expect(saved).toEqual(['2027-01-31']);
  });
});
