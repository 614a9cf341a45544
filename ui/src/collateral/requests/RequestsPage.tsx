/** What is asked for of the library, and the answer that is owed: a piece, a day, or a no with its reason. */
import { Button } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { type Output, useAsk } from '../../api';
import { EmptyState, Page, Section, useArrivalAt, useFormats } from '../../shared';
import { DaysSetting } from '../parts/DaysSetting';
import { useFold } from '../parts/useFold';
import { AskForPiece } from './AskForPiece';
import { RequestRow } from './RequestRow';
import classes from './Requests.module.css';
import { findingOf, isOwed, keptInWords } from './words';

type RequestList = Output<'list_requests'>;

export function RequestsPage() {
  const { number } = useFormats();
  const list = useAsk('list_requests', {});
  useArrivalAt(list.data !== undefined);
  if (list.isError) {
    return (
      <Page title="Requests" lead={list.error.message}>
        {list.error.hint}
      </Page>
    );
  }
  if (!list.data) return null;
  const { requests } = list.data;
  const owed = requests.filter(isOwed);
  const closed = requests.filter((line) => !isOwed(line));
  const title = findingOf(requests, number);
  if (requests.length === 0) {
    return (
      <Page title={title}>
        <EmptyState title="What is missing?" action={<Asking />}>
          Ask for a piece that is not there yet. What could be better about one that is there, say beside it
          in the library. Each request gets an answer: a piece, a day, or a no with its reason.
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={title} actions={<Asking />} wide>
      {owed.length > 0 && (
        <ul className={classes.requests} aria-label="Requests that wait">
          {owed.map((line) => (
            <RequestRow key={line.request.id} line={line} />
          ))}
        </ul>
      )}
      <Kept list={list.data} />
      {closed.length > 0 && (
        <Section id="answered" title="Answered">
          <Answered lines={closed} />
        </Section>
      )}
    </Page>
  );
}

function Asking() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="filled" onClick={() => setOpened(true)}>
        Ask for a piece…
      </Button>
      <AskForPiece opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

function Kept({ list: { kept, answer_within_days: days } }: { list: RequestList }) {
  const { number } = useFormats();
  return (
    <div className={classes.kept}>
      <p className="tabular">{keptInWords(kept, number)}.</p>
      <DaysSetting
        field="answer_within_days"
        days={days}
        label="Within how many days a request is answered"
        before="From now on, a request is answered within"
        after={
          days === 1
            ? 'day. What was asked before keeps its day.'
            : 'days. What was asked before keeps its day.'
        }
      />
    </div>
  );
}

function Answered({ lines }: { lines: RequestList['requests'] }) {
  const { hash } = useLocation();
  const { shown, more } = useFold(
    lines,
    lines.findIndex(({ request }) => request.id === hash),
  );
  return (
    <>
      <ul className={classes.requests} aria-label="Answered requests">
        {shown.map((line) => (
          <RequestRow key={line.request.id} line={line} />
        ))}
      </ul>
      {more}
    </>
  );
}
