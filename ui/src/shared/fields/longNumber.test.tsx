import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { FormatsProvider } from '../formats/FormatsProvider';
import { MoneyField } from './fields';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

it('writes a long number smaller, so that no digit of it is cut', () => {
  render(
    <MantineProvider>
      <FormatsProvider locale="de-DE" currency="EUR" weekStart={1} timeZone="Europe/Berlin">
        <MoneyField label="Revenue" value={285_374_348} save={async () => {}} />
        <MoneyField label="Lost" value={12_00} save={async () => {}} />
      </FormatsProvider>
    </MantineProvider>,
  );
  const revenue = screen.getByLabelText<HTMLInputElement>('Revenue');
  expect(revenue.value).toBe('2.853.743,48');
  expect(revenue.dataset.long).toBeDefined();
  expect(screen.getByLabelText('Lost').dataset.long).toBeUndefined();
});
