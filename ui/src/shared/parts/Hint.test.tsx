import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Hint } from './Hint';

function Marked({ always }: { always?: boolean }) {
  return (
    <MantineProvider env="test">
      <Hint label="too few to compare" always={always}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as where a reason stands nowhere else */}
        <span tabIndex={0}>few</span>
      </Hint>
    </MantineProvider>
  );
}

const told = () => screen.queryByText('too few to compare');

it('tells what is pointed at after a moment, and no longer once the pointer is away', async () => {
  render(<Marked />);
  const few = screen.getByText('few');
  fireEvent.pointerEnter(few);
  expect(told()).toBeNull();
  await waitFor(() => expect(told()).toBeTruthy());
  fireEvent.pointerLeave(few);
  await waitFor(() => expect(told()).toBeNull());
  fireEvent.focus(few);
  await new Promise((done) => setTimeout(done, 0));
  expect(told()).toBeNull();
});

it('tells on focus what stands nowhere else, until Escape', async () => {
  render(<Marked always />);
  const few = screen.getByText('few');
  fireEvent.focus(few);
  await waitFor(() => expect(told()).toBeTruthy());
  fireEvent.keyDown(few, { key: 'Escape' });
  await waitFor(() => expect(told()).toBeNull());
});
