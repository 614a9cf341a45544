/** Something about a piece: too generic, wrong, too long; and what was said of it and waits for an answer. */
import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type PieceLine, useAsk } from '../../../api';
import { keysOf, useFormats } from '../../../shared';
import { LateMark } from '../../requests/LateMark';
import { agoInWords, askedInWords, isOwed, requestKindNames } from '../../requests/words';
import classes from './About.module.css';
import { AboutDialog } from './AboutDialog';
import { type About, abouts } from './abouts';

export function AboutPiece({ line }: { line: PieceLine }) {
  const [about, setAbout] = useState<About | null>(null);
  return (
    <section aria-labelledby="piece-about" className={classes.about}>
      <h3 id="piece-about">Requests</h3>
      <OpenRequests piece={line.piece.id} />
      <Menu position="bottom-start">
        <Menu.Target>
          <Button className={classes.say}>Something about this piece…</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {keysOf(abouts).map((one) => (
            <Menu.Item key={one} onClick={() => setAbout(one)}>
              {abouts[one].name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <AboutDialog line={line} about={about} onClose={() => setAbout(null)} />
    </section>
  );
}

function OpenRequests({ piece }: { piece: string }) {
  const { day, number } = useFormats();
  const open = useAsk('list_requests', { piece }).data?.requests.filter(isOwed) ?? [];
  if (open.length === 0) return null;
  return (
    <>
      <ul className={classes.list}>
        {open.map((line) => (
          <li key={line.request.id}>
            {askedInWords(line.request)}{' '}
            <span className="soft">
              {requestKindNames[line.request.kind]}, asked {agoInWords(line.age_days, number)}
              {line.request.promised_for && `, promised for ${day(line.request.promised_for)}`}
            </span>{' '}
            <LateMark line={line} />
          </li>
        ))}
      </ul>
      <Link to="/collateral/requests" className={classes.all}>
        Answer under Requests
      </Link>
    </>
  );
}
