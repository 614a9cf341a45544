/** A short list in which every line has a name and a reason; new lines are typed one after the other. */
import { AddLine, AreaField, Block, Ordered } from '../../shared';
import classes from './FocusSection.module.css';

interface Line {
  id: string;
  name: string;
  why: string;
}

interface NamesAndWhysProps {
  title: string;
  lead: string;
  /** What stands there while there is no line. */
  empty: string;
  heads: { name: string; why: string };
  adding: { label: string; placeholder: string };
  lines: readonly Line[];
  editable: boolean;
  add: (name: string) => Promise<unknown>;
  edit: (id: string, change: Partial<Pick<Line, 'name' | 'why'>>) => Promise<unknown>;
  move: (id: string, after: string | null) => Promise<unknown>;
  remove: (line: Line) => void;
}

export function NamesAndWhys({
  title,
  lead,
  empty,
  heads,
  adding,
  lines,
  editable,
  ...does
}: NamesAndWhysProps) {
  return (
    <Block title={title} lead={lead}>
      {lines.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <div className={classes.heads} aria-hidden>
          <span>{heads.name}</span>
          <span>{heads.why}</span>
        </div>
      )}
      <Ordered
        items={lines}
        nameOf={(line) => line.name}
        onMove={does.move}
        onRemove={does.remove}
        locked={!editable}
        className={classes.list}
      >
        {(line, tools) => (
          <div className={classes.line}>
            <AreaField
              quiet
              hideLabel
              minRows={1}
              className={classes.name}
              label={heads.name}
              value={line.name}
              locked={!editable}
              save={(name) => does.edit(line.id, { name: name.replace(/\s+/g, ' ') })}
            />
            <AreaField
              quiet
              hideLabel
              minRows={1}
              className={classes.why}
              label={`${heads.why}: ${line.name}`}
              placeholder={editable ? 'why?' : ''}
              value={line.why}
              locked={!editable}
              save={(why) => does.edit(line.id, { why })}
            />
            {tools}
          </div>
        )}
      </Ordered>
      {editable && <AddLine label={adding.label} placeholder={adding.placeholder} add={does.add} />}
    </Block>
  );
}
