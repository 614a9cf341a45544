/** A row of small fields, one a month or quarter. Numbers pasted from a row or a column of a spreadsheet fill it. */
import type { Unit } from '../../api';
import { useFormats, ValueField } from '../../shared';
import classes from './MonthFields.module.css';

interface MonthFieldsProps {
  /** What the numbers are, for whoever listens: "Target of Revenue". */
  of: string;
  parts: readonly { key: string; label: string; value: number | null }[];
  unit: Unit;
  locked: boolean;
  /** Whether bars with the same names stand right above. */
  underBars?: boolean;
  save: (place: number, value: number | null) => Promise<unknown>;
  /** Takes all parts at once, where that is possible; pasting offers it. */
  saveAll?: (values: number[]) => Promise<unknown>;
}

export function MonthFields({ of, parts, unit, locked, underBars, save, saveAll }: MonthFieldsProps) {
  const formats = useFormats();
  const longest = Math.max(
    ...parts.map((part) => (part.value === null ? 0 : formats.write(unit, part.value).length)),
  );
  return (
    <div
      className={classes.fields}
      data-parts={parts.length}
      data-short={longest <= 5 || undefined}
      data-under-bars={underBars || undefined}
      onPaste={(event) => {
        const cells = event.clipboardData
          .getData('text/plain')
          .trim()
          .split(/[\t\r\n]+/);
        if (locked || !saveAll || cells.length !== parts.length) return;
        const values = cells.map((cell) => formats.read(unit, cell));
        if (!values.every((value) => value !== null)) return;
        event.preventDefault();
        event.stopPropagation();
        void saveAll(values);
      }}
    >
      {parts.map((part, place) => (
        <div key={part.key} className={classes.part}>
          <span className={classes.label} aria-hidden>
            {part.label}
          </span>
          <ValueField
            hideLabel
            bare
            label={`${of}, ${part.label}`}
            unit={unit}
            value={part.value}
            placeholder="–"
            locked={locked}
            save={(value) => save(place, value as number | null)}
          />
        </div>
      ))}
    </div>
  );
}
