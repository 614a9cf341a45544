/** A request in the list: what is asked, about what and for whom, by when it is owed, and the answer. */
import type { RequestLine } from '../../api';
import { StatusMark, useFormats } from '../../shared';
import { PieceLink } from '../parts/PieceLink';
import { useForWhom, useNeed } from '../parts/useForWhom';
import { useWho } from '../parts/useWho';
import { Answering } from './Answering';
import { LateMark } from './LateMark';
import classes from './Requests.module.css';
import { agoInWords, askedInWords, isOwed, requestKindNames } from './words';

export function RequestRow({ line }: { line: RequestLine }) {
  const { request } = line;
  const { day, number } = useFormats();
  const who = useWho()(request.asked_by, request.said_by);
  const forWhom = useForWhom()(request);
  const need = useNeed()(request.need);
  return (
    <li id={request.id} className={classes.request}>
      <div className={classes.asked}>
        <p className={classes.wanted}>{askedInWords(request)}</p>
        <p className={classes.facts}>
          {requestKindNames[request.kind]}
          {request.piece && (
            <>
              {', about '}
              <PieceLink id={request.piece} title={line.piece_title} />
            </>
          )}
          {forWhom && `, for ${forWhom}`}
        </p>
        {need && <p className={classes.facts}>They need to know: {need}</p>}
        <p className={classes.facts}>
          {who ? `${who} asked` : 'Asked'} on {day(request.asked_on)}, {agoInWords(line.age_days, number)}
        </p>
        {isOwed(line) && <Answering line={line} />}
      </div>
      <div className={classes.stands}>
        <Standing line={line} />
      </div>
    </li>
  );
}

/** By when something is owed, or what the answer was. */
function Standing({ line }: { line: RequestLine }) {
  const { day } = useFormats();
  const { request, state } = line;
  const who = useWho()(request.answered_by);
  const by = [who, request.closed_on && day(request.closed_on)].filter(Boolean).join(', ');
  if (state === 'answered') {
    return (
      <>
        <StatusMark status="on_track" word="Answered" />
        {request.answer && (
          <p>
            with <PieceLink id={request.answer} title={line.answer_title} />
          </p>
        )}
        <p className="soft">{by}</p>
      </>
    );
  }
  if (state === 'declined') {
    return (
      <>
        <StatusMark status="no_data" word="Will not be done" />
        <p>{request.declined_because}</p>
        <p className="soft">{by}</p>
      </>
    );
  }
  const wasPutOff = request.promised_first !== request.promised_for;
  return (
    <>
      <LateMark line={line} />
      {line.due_on && (
        <p>
          {state === 'promised' ? 'Promised for' : 'Answer due by'} {day(line.due_on)}
        </p>
      )}
      {state === 'promised' && (
        <p className="soft">
          {who && `by ${who}`}
          {who && wasPutOff && ', '}
          {wasPutOff && request.promised_first && `first for ${day(request.promised_first)}`}
        </p>
      )}
    </>
  );
}
