/** One of the three questions: the answer in words, and the criteria that follow from it. */
import { type QuestionView, useAct } from '../../api';
import { AreaField, Section } from '../../shared';
import type { SectionProps } from '../sectionProps';
import classes from './Criteria.module.css';
import { CriterionList } from './CriterionList';

const asides: Record<QuestionView['question'], { lead: string; placeholder: string; empty: string }> = {
  customer: {
    lead: 'Who they are: the kind of company, its size and place, the person you talk to.',
    placeholder: 'The customers we win and keep are …',
    empty: 'No criterion yet. Say which companies and people both of you want.',
  },
  information: {
    lead: 'What sales must know before the first call, so that it is worth both people’s time.',
    placeholder: 'Before we call, we know …',
    empty: 'No criterion yet. Say what must be known of every lead that is handed over.',
  },
  certainty: {
    lead: 'What happens at the customer’s when somebody is about to buy: money, a date, a decision.',
    placeholder: 'We are sure when …',
    empty: 'No criterion yet. Say what tells that they mean to buy, and by when.',
  },
};

export function QuestionSection({ question, view, editable }: SectionProps & { question: QuestionView }) {
  const edit = useAct('edit_definition');
  const aside = asides[question.question];
  return (
    <Section id={question.question} title={question.asked} lead={aside.lead}>
      {editable ? (
        <div className={classes.answer}>
          <AreaField
            label={`Answer in words: ${question.asked}`}
            hideLabel
            minRows={2}
            placeholder={aside.placeholder}
            value={question.answer}
            save={(answer) =>
              edit.attempt({ id: view.definition.id, change: { [question.question]: answer } })
            }
          />
        </div>
      ) : (
        question.answer && <p className={classes.answered}>{question.answer}</p>
      )}
      <CriterionList
        view={view}
        criteria={question.criteria}
        begins={{ question: question.question }}
        add="Add a criterion"
        empty={aside.empty}
        editable={editable}
      />
    </Section>
  );
}
