/** What a file does not say for certain: the question, some of its cells, and the answers to choose from. */
import { Radio } from '@mantine/core';
import type { ImportQuestion } from '../../api';
import { haveShell } from '../../shared/shell';
import classes from './Import.module.css';

export function Questions({ questions, token }: { questions: readonly ImportQuestion[]; token: string }) {
  return questions.map((question) => (
    <OneQuestion key={`${question.about} ${question.column}`} question={question} token={token} />
  ));
}

function OneQuestion({ question, token }: { question: ImportQuestion; token: string }) {
  const { answers, answered } = question;
  return (
    <Radio.Group
      className={classes.question}
      data-open={(question.waits && answered === null) || undefined}
      label={question.question}
      value={answered === null ? null : String(answered)}
      onChange={(chosen) => {
        const answer = answers[Number(chosen)];
        if (answer) void haveShell('edit_mapping', { token, edit: answer.edit });
      }}
    >
      <div className={classes.answers}>
        {answers.map((answer, place) => (
          <Radio
            key={answer.label}
            value={String(place)}
            label={answer.label}
            description={answer.likely ?? undefined}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
