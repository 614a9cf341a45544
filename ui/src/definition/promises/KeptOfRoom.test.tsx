/** A promise of another room: what is past its day leads to where it stands, the rest is there when asked for. */
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { PromiseCase, PromiseOfRoom } from '../../api';
import type { Room } from '../../shared/room';
import { AllRooms } from '../../shared/rooms';
import { KeptOfRoom } from './KeptOfRoom';

vi.mock('../../shared', async () => {
  const formats = { number: String, day: (value: string) => value };
  return { useFormats: () => formats, Rate: ({ n }: { n: number | null }) => <span>of {n ?? 'none'}</span> };
});

const one = (id: string, fared: PromiseCase['fared']): PromiseCase => ({
  id,
  words: `Request ${id}`,
  fared,
  due_on: '2026-11-29',
  done_on: fared === 'on_time' ? '2026-11-24' : null,
});
const promise: PromiseOfRoom = {
  room: 'collateral',
  side: 'marketing',
  name: 'Requests answered',
  sentence: 'Marketing answers within 7 days',
  counted: 'requests',
  on_time: 1,
  late: 0,
  overdue: 1,
  not_yet_due: 0,
  kept: { part: 1, n: 2, basis_points: 5000, small: true },
  why_not: null,
  cases: [one('a', 'overdue'), one('b', 'on_time')],
};
const collateral: Room = {
  name: 'collateral',
  routes: [],
  PromiseLink: ({ to: { id, words } }) => <a href={`/requests#${id}`}>{words}</a>,
};

it('leads to what is past its day, and shows the rest when asked', () => {
  render(
    <MantineProvider env="test">
      <AllRooms value={[collateral]}>
        <KeptOfRoom promise={promise} />
      </AllRooms>
    </MantineProvider>,
  );
  const links = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links()).toEqual(['/requests#a']);
  expect(screen.getByText('of 2')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show all 2 requests' }));
  expect(links()).toEqual(['/requests#a', '/requests#b']);
  expect(screen.queryByRole('button')).toBeNull();
});
