/** Errors as the page meets them: always the core's words, never a code alone. */
import type { WireError } from '../platform';

/** A command that said no, or could not. `message` says what happened, `hint` what comes next, `field` where. */
export class CallError extends Error {
  readonly code: WireError['code'];
  readonly hint: string | null;
  readonly field: string | null;
  /** Whether `message` says that it is not saved. */
  readonly saysNotSaved: boolean;

  constructor(wire: WireError) {
    super(wire.message);
    this.name = 'CallError';
    this.code = wire.code;
    this.hint = wire.hint;
    this.field = wire.field;
    this.saysNotSaved = wire.not_saved ?? false;
  }
}

function isWire(thrown: unknown): thrown is WireError {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    typeof (thrown as Record<string, unknown>).code === 'string' &&
    typeof (thrown as Record<string, unknown>).message === 'string'
  );
}

/** Returns whatever was thrown as an error that can be shown. */
export function asCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown;
  if (isWire(thrown)) return new CallError(thrown);
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new CallError({
    code: 'internal',
    message: `Lockstep made a mistake: ${detail}`,
    hint: 'Please try again; if it stays, report it with these words.',
    field: null,
  });
}

/** Returns what happened and what to do next in one text. */
export function inWords(error: CallError): string {
  return error.hint ? `${error.message} ${error.hint}` : error.message;
}
