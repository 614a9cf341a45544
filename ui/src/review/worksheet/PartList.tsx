/** What a room tells in words, line by line; a line leads to where it stands. */
import type { WorksheetLine, WorksheetList } from '../../api';
import { SideMark, sideNames, useFormats } from '../../shared';
import { LineLink } from './LineLink';
import classes from './Worksheet.module.css';

export function PartList({ list, room }: { list: WorksheetList; room: string }) {
  const { number } = useFormats();
  return (
    <div className={classes.list}>
      <h3 className={classes.title}>{list.title}</h3>
      {list.lines.length === 0 ? (
        <p className="soft">{list.empty}</p>
      ) : (
        <ul aria-label={list.title}>
          {list.lines.map((line, place) => (
            <Line key={line.id || `${place}:${line.words}`} line={line} room={room} />
          ))}
        </ul>
      )}
      {list.left_out > 0 && <p className="soft small">And {number(list.left_out)} more.</p>}
    </div>
  );
}

function Line({ line, room }: { line: WorksheetLine; room: string }) {
  return (
    <li className={classes.line}>
      <span>
        {line.side && (
          <>
            <SideMark side={line.side} /> <span className="visually-hidden">{sideNames[line.side]}: </span>
          </>
        )}
        <LineLink line={line} room={room} />
      </span>
      {line.detail && <span className="soft">{line.detail}</span>}
    </li>
  );
}
