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
  save: (place: number, value: number | null) => Promise<unknown>;
  /** Takes all parts at once, where that is possible; pasting offers it. */
  saveAll?: (values: number[]) => Promise<unknown>;
}

export function MonthFields({ of, parts, unit, locked, save, saveAll }: MonthFieldsProps) {
  const formats = useFormats();
  return (
    <div
      className={classes.fields}
      data-parts={parts.length}
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
