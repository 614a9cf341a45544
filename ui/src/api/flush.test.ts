import { afterEach, describe, expect, it, vi } from 'vitest';
import { announceField, namesOfFields, saveAllFields, settleAllFields, type TypedField } from './flush';
import { askWhenLeaving, mayLeave } from './leaving';

const withdrawals: (() => void)[] = [];
afterEach(() => {
  for (const withdraw of withdrawals.splice(0)) withdraw();
});

function field(name: string, state: Partial<Record<'unsaved' | 'saving' | 'wrong', boolean>>) {
  const at = { unsaved: false, saving: false, wrong: false, ...state };
  const made = {
    name: () => name,
    isUnsaved: () => at.unsaved || at.saving,
    isSaving: () => at.saving,
    isWrong: () => at.wrong,
    save: vi.fn(async () => {
      if (!at.wrong) at.unsaved = at.saving = false;
    }),
    forget: vi.fn(() => {
      at.unsaved = at.wrong = false;
    }),
  } satisfies TypedField;
  withdrawals.push(announceField(made));
  return made;
}

describe('what is typed and not saved', () => {
  it('is saved before something else is done; what is on its way already is not waited for', async () => {
    const [typed, underWay, clean] = [
      field('Name', { unsaved: true }),
      field('Target', { saving: true }),
      field('Why', {}),
    ];
    await saveAllFields();
    expect(typed.save).toHaveBeenCalledOnce();
    expect(underWay.save).not.toHaveBeenCalled();
    expect(clean.save).not.toHaveBeenCalled();
  });
  it('is waited for before a signature, and named when it stays unsaved', async () => {
    const underWay = field('Target', { saving: true });
    field('Name', { unsaved: true, wrong: true });
    expect(await settleAllFields()).toEqual(['Name']);
    expect(underWay.save).toHaveBeenCalledOnce();
  });
  it('is asked about before the screen goes, and kept when the person stays', async () => {
    const wrong = field('Due', { unsaved: true, wrong: true });
    const ask = vi.fn().mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    withdrawals.push(askWhenLeaving(ask));
    expect(await mayLeave()).toBe(false);
    expect(wrong.forget).not.toHaveBeenCalled();
    expect(await mayLeave()).toBe(true);
    expect(wrong.forget).toHaveBeenCalledOnce();
    expect(ask).toHaveBeenCalledWith(['Due']);
    expect(await mayLeave()).toBe(true);
    expect(ask).toHaveBeenCalledTimes(2);
  });
  it('is listed as in a sentence', () => {
    expect(namesOfFields(['Name'])).toBe('“Name”');
    expect(namesOfFields(['Name', 'Due', 'Name', 'Why'])).toBe('“Name”, “Due” and “Why”');
  });
});
