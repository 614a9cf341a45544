import { MantineProvider, Modal } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { later } from './later';

const Answer = later(async () => ({ opened, onClose }: { opened: boolean; onClose: () => void }) => (
  <Modal opened={opened} onClose={onClose} title="The answer" closeButtonProps={{ 'aria-label': 'Close' }} />
));

function Desk() {
  const [asked, setAsked] = useState(false);
  return (
    <MantineProvider env="test">
      <button type="button" onClick={() => setAsked(true)}>
        What is this?
      </button>
      <Answer opened={asked} onClose={() => setAsked(false)} />
    </MantineProvider>
  );
}

it('what is loaded late opens, and gives the focus back to where it was called from', async () => {
  render(<Desk />);
  const button = screen.getByRole('button', { name: 'What is this?' });
  button.focus();
  fireEvent.click(button);
  expect(await screen.findByRole('dialog', { name: 'The answer' })).toBeTruthy();
  screen.getByRole('button', { name: 'Close' }).focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
});
