/** Hands the company's way of writing to the whole page. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Formats, type Maybe, makeFormats } from './formats';

const FormatsContext = createContext<Formats | null>(null);

interface FormatsProviderProps {
  locale: Maybe<string>;
  currency: Maybe<string>;
  /** Minor units of one unit of the currency, as a power of ten; the core says. */
  currencyDigits?: Maybe<number>;
  /** On which day a week starts: 1 (Monday) to 7 (Sunday). */
  weekStart: number;
  /** The time zone in whose days the company counts, "Europe/Berlin". */
  timeZone: string;
  children: ReactNode;
}

export function FormatsProvider({
  locale,
  currency,
  currencyDigits,
  weekStart,
  timeZone,
  ...props
}: FormatsProviderProps) {
  const formats = useMemo(
    () => makeFormats(locale, currency, currencyDigits, weekStart, timeZone),
    [locale, currency, currencyDigits, weekStart, timeZone],
  );
  return <FormatsContext.Provider value={formats}>{props.children}</FormatsContext.Provider>;
}

let usual: Formats | undefined;

/** Returns how we write ourselves, where no company is known yet. */
function ours(): Formats {
  usual ??= makeFormats('en-GB', 'EUR');
  return usual;
}

/** Returns how numbers, money, rates and days are written here. */
export function useFormats(): Formats {
  return useContext(FormatsContext) ?? ours();
}
