import { Drawer, MantineProvider, Modal } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Leaving } from '../../app/Leaving';
import { useDraft } from '../fields/useDraft';
import { useOnTop } from './useOnTop';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

function Dialog({ opened, close }: { opened: boolean; close: () => void }) {
  const [typed, setTyped] = useState('');
  useDraft('Reason', opened && typed !== '', () => setTyped(''));
  const onTop = useOnTop(close);
  return (
    <Modal {...onTop} opened={opened} title="A dialog">
      <input aria-label="Reason" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
    </Modal>
  );
}

function Screen() {
  const [drawer, setDrawer] = useState(true);
  const [dialog, setDialog] = useState(false);
  const onTop = useOnTop(() => setDrawer(false));
  return (
    <>
      <Leaving />
      <Drawer {...onTop} opened={drawer} title="A drawer">
        <button type="button" onClick={() => setDialog(true)}>
          Open
        </button>
        <Dialog opened={dialog} close={() => setDialog(false)} />
      </Drawer>
    </>
  );
}

const titles = () => screen.queryAllByRole('dialog').map((one) => one.querySelector('h2')?.textContent ?? '');

describe('Escape', () => {
  it('closes what lies on top, and asks about what is typed there', async () => {
    render(
      <MantineProvider env="test">
        <Screen />
      </MantineProvider>,
    );
    await userEvent.click(await screen.findByText('Open'));
    await userEvent.type(await screen.findByLabelText('Reason'), 'x');
    await userEvent.keyboard('{Escape}');
    await screen.findByText('“Reason” is not saved');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Stay here'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(titles().sort()).toEqual(['A dialog', 'A drawer']));
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('x');
    await userEvent.clear(screen.getByLabelText('Reason'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(titles()).toEqual(['A drawer']));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(titles()).toEqual([]));
  });
  it('leaves the rest alone when what was on top has closed by the same key already', async () => {
    render(
      <MantineProvider env="test">
        <Screen />
      </MantineProvider>,
    );
    await userEvent.click(await screen.findByText('Open'));
    const reason = await screen.findByLabelText('Reason');
    // As in a window, where what a handler did is drawn before the next one hears of the key.
    const gone = () => reason.closest('[aria-modal]')?.remove();
    window.addEventListener('keydown', gone, { capture: true, once: true });
    const drawer = screen.getByRole('dialog', { name: 'A drawer' });
    reason.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(drawer.isConnected).toBe(true);
  });
});
