import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answers, type BuyingPhase, type Insight, type Persona } from '../../api';
import { callCore } from '../../platform';
import { evidenceInWords } from './EvidenceField';
import { InsightCell } from './InsightCell';

vi.mock('../../platform', () => ({ callCore: vi.fn(async () => ({})), onShell: () => () => {} }));

const insight: Insight = {
  id: 'i',
  buying_cycle: 'buying_cycle',
  rank: 'a',
  persona: 'cfo',
  phase: 'comparing',
  kind: 'need',
  text: 'What does it cost?',
  evidence: 'interview',
  evidence_on: null,
  evidence_note: 'St Anne',
};
const persona = { id: 'cfo', name: 'CFO' } as Persona;
const phase = { id: 'comparing', name: 'Comparing' } as BuyingPhase;

function shown(insights: Insight[], editable = true) {
  const cycle = { id: 'buying_cycle', created_at: '2026-11-22T09:00:00Z' };
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={answers()}>
        <InsightCell
          view={{ buying_cycle: cycle, insights }}
          persona={persona}
          phase={phase}
          kind="need"
          editable={editable}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

describe('what is known of a persona in a phase', () => {
  beforeEach(() => void vi.mocked(callCore).mockClear());

  it('holds its own lines only', () => {
    const other = { ...insight, id: 'o', text: 'Elsewhere' };
    shown([
      insight,
      { ...other, persona: 'nurse' },
      { ...other, phase: 'using' },
      { ...other, kind: 'stopper' },
    ]);
    const lines = screen.getAllByLabelText<HTMLTextAreaElement>('Information need in Comparing');
    expect(lines.map(({ value }) => value)).toEqual(['What does it cost?']);
  });
  it('takes another one by Enter', async () => {
    shown([]);
    await userEvent.type(screen.getByLabelText('Add a need in Comparing'), 'Who else has it?{Enter}');
    const values = { persona: 'cfo', phase: 'comparing', kind: 'need', text: 'Who else has it?' };
    await waitFor(() =>
      expect(callCore).toHaveBeenCalledWith('add_insight', { buying_cycle: 'buying_cycle', values }),
    );
  });
  it('is edited in place', async () => {
    shown([insight]);
    const line = screen.getByLabelText('Information need in Comparing');
    fireEvent.change(line, { target: { value: 'What does it cost a bed?' } });
    fireEvent.blur(line);
    const change = { text: 'What does it cost a bed?' };
    await waitFor(() => expect(callCore).toHaveBeenCalledWith('edit_insight', { id: 'i', change }));
  });
  it('says how we know, and asks where nobody said', () => {
    shown([insight, { ...insight, id: 'n', text: 'Why?', evidence: null, evidence_note: '' }]);
    expect(screen.getByRole('button', { name: /^Interview: St Anne/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: /How do we know\? +Evidence for Why\?/ })).toBeTruthy();
  });
  it('is text where the workspace can only be read', () => {
    shown([insight], false);
    expect(screen.getByText('What does it cost?')).toBeTruthy();
    expect(screen.getByText('Interview: St Anne')).toBeTruthy();
    expect(screen.queryAllByRole('textbox')).toEqual([]);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

it('evidence is worded by what is known of it', () => {
  const of = (known: Partial<Insight>) =>
    evidenceInWords({ evidence: null, evidence_on: null, evidence_note: ' ', ...known }, (day) => `<${day}>`);
  expect(of({})).toBeNull();
  expect(of({ evidence: 'deal', evidence_on: '2027-03-04', evidence_note: 'Won' })).toBe(
    'Deal, <2027-03-04>: Won',
  );
  expect(of({ evidence_on: '2027-03-04' })).toBe('<2027-03-04>');
  expect(of({ evidence_note: 'Said at the fair' })).toBe('Said at the fair');
});
