/** The line under the title: when it is held, what it looks at, and where it stands. */
import { type ReviewView, useAct } from '../../api';
import { DayField, StatusMark, TimeField, useFormats } from '../../shared';
import { timeInWords } from '../../shared/formats/times';
import { stateInWords, stateMark } from '../words';
import classes from './Head.module.css';

export function ReviewLead({ view: { line, worksheet }, editable }: { view: ReviewView; editable: boolean }) {
  const { day, locale } = useFormats();
  const edit = useAct('edit_review');
  const { review } = line;
  return (
    <div className={classes.lead}>
      <StatusMark status={stateMark(line)} word={stateInWords(line)} />
      {editable ? (
        <DayField
          label="Day of the review"
          hideLabel
          quiet
          needed
          value={review.held_on}
          save={(held) => edit.attempt({ id: review.id, change: held ? { held_on: held } : {} })}
          className={classes.day}
        />
      ) : (
        <span>
          {day(review.held_on)}
          {review.starts_at && `, ${timeInWords(review.starts_at, locale)}`}
        </span>
      )}
      {editable && (
        <TimeField
          label="When it begins"
          hideLabel
          quiet
          placeholder="at what time?"
          value={review.starts_at}
          save={(starts_at) => edit.attempt({ id: review.id, change: { starts_at } })}
          className={classes.time}
        />
      )}
      <span>
        {day(worksheet.days.now.from)} to {day(worksheet.days.now.to)}
        {worksheet.days.as_of < worksheet.days.now.to &&
          `; not over yet, so its numbers reach to ${day(worksheet.days.as_of)} and stand beside whole periods`}
      </span>
    </div>
  );
}
