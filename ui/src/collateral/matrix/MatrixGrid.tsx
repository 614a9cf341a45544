/** Personas in rows, phases in columns: the arrow keys walk from cell to cell, Enter opens one. */
import { useRef } from 'react';
import type { ContentMatrix } from '../../api';
import { useFormats } from '../../shared';
import type { Heat } from '../places';
import { CellFace } from './CellFace';
import classes from './Grid.module.css';
import { useGridKeys } from './useGridKeys';
import { cellLabel, placeName, type Scale } from './words';

interface MatrixGridProps {
  matrix: ContentMatrix;
  heat: Heat;
  scale: Scale;
  open: (persona: string, phase: string) => void;
}

export function MatrixGrid({ matrix, heat, scale, open }: MatrixGridProps) {
  const { personas, phases, cells } = matrix;
  const formats = useFormats();
  const grid = useRef<HTMLTableElement>(null);
  const keys = useGridKeys(grid, personas.length, phases.length);
  return (
    <div className={classes.room}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the keyboard is a grid
        role="grid"
        className={classes.grid}
        style={{ ['--phases' as string]: phases.length }}
        onKeyDown={keys.pressed}
      >
        <caption className="visually-hidden">
          Content matrix. The arrow keys go from cell to cell, Enter opens one.
        </caption>
        <thead>
          <tr>
            <td className={classes.corner} />
            {phases.map(({ id, name }) => (
              <th key={id} scope="col" className={classes.phase}>
                <Heading name={name || 'Without a name'} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {personas.map((persona, row) => (
            <tr key={persona.id}>
              <th scope="row" className={classes.persona}>
                <Heading name={persona.name || 'Without a name'} />
              </th>
              {phases.map((phase, column) => {
                const cell = cells[row * phases.length + column];
                if (!cell) return null;
                const place = placeName(matrix, persona.id, phase.id);
                return (
                  <td key={phase.id} className={classes.slot}>
                    <button
                      type="button"
                      className={classes.cell}
                      data-at={`${row}-${column}`}
                      tabIndex={keys.isTabStop(row, column) ? 0 : -1}
                      aria-haspopup="dialog"
                      onFocus={() => keys.focused(row, column)}
                      onClick={() => open(persona.id, phase.id)}
                    >
                      <span className="visually-hidden">{cellLabel(place, cell, heat, formats)}</span>
                      <CellFace cell={cell} heat={heat} scale={scale} />
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A long name ends in dots after some lines; the whole of it shows when it is pointed at. */
function Heading({ name }: { name: string }) {
  return (
    <span className={classes.heading} title={name}>
      {name}
    </span>
  );
}
