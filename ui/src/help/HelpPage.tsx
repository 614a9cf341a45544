/** The guide within reach (F1): the planning session step by step, and what keeps the work safe. */
import { Kbd } from '@mantine/core';
import { Page, Seal, Section } from '../shared';
import { keysInWords } from '../shared/commands/keys';
import classes from './HelpPage.module.css';

const keys = (shortcut: string) => <Kbd className={classes.key}>{keysInWords(shortcut)}</Kbd>;

export function HelpPage() {
  return (
    <Page
      title="Guide"
      lead="Lockstep is the desk that the sales leader and the marketing leader share. Once a year they sit down, look back, and leave with one plan that both signed."
    >
      <div className={classes.text}>
        <Section id="session" title="The planning session">
          <p>
            Take two to four hours, one laptop, and last year’s numbers. The sections of the plan stand in the
            order of the session.
          </p>
          <ol>
            <li>
              <strong>Look back.</strong> Put down what each side was measured on last year, side by side, and
              the funnel of the year. Then each side writes what went well, what did not and what it learned,
              without seeing the other’s points. When both are ready, the points are revealed together.
            </li>
            <li>
              <strong>Focus.</strong> The segments and accounts you choose, one line that says for whom you
              are what, and what you will not do.
            </li>
            <li>
              <strong>Joint goals.</strong> Start with qualified leads, instead of leads for one side and
              revenue for the other. Every goal has an owner on each side, a formula and a source. At least
              one goal is about the customer.
            </li>
            <li>
              <strong>Funnel maths.</strong> From the revenue goal back to deals, opportunities and leads,
              month by month. Change a rate and see at once what it asks of both sides.
            </li>
            <li>
              <strong>Initiatives.</strong> What you will do, under five headings, with an owner, dates, a
              budget and the accepted leads you expect.
            </li>
            <li>
              <strong>Who does what.</strong> For every heading and every duty that overlaps: who answers for
              it on each side, and what each does.
            </li>
            <li>
              <strong>Risks and budget.</strong> What you count on, what may happen, and what you will do
              then.
            </li>
            <li>
              <strong>Agreement.</strong> Propose the plan. One person of each side signs.
            </li>
          </ol>
        </Section>
        <Section id="leads" title="Leads">
          <p>
            Export leads, opportunities and campaign costs from your CRM as CSV or XLSX, and drop the files
            onto the window, or choose them with {keys('mod+I')}. Lockstep says what it takes each column and
            each word for, and asks where a file cannot tell. Nothing is taken in before you have seen the
            counts. The next export of the same kind takes one click.
          </p>
          <p>
            The ledger lists every lead; there sales accepts, rejects with a reason, or sends a lead back
            until a day. What is changed here stays, whatever the next export says. The funnel and the lost
            and ignored leads count the same leads by source, campaign, owner, quarter or any attribute. Under
            Imports a file can be taken back.
          </p>
        </Section>
        <Section id="collateral" title="Collateral">
          <p>
            The library shows what both sides approved and what is current. Say where you used a piece, with
            three marks from 1 to 5 and whether the deal moved on: that takes ten seconds. Where few uses were
            rated, a figure is marked “few”. That a deal moved on after a piece was used does not say that it
            moved because of it.
          </p>
          <p>
            The content matrix shows which needs an approved piece answers, and how many open leads sit where
            one is missing. The field kit is the library for everybody else: a folder that opens in any
            browser. Its readers send back a return slip; drop it on this window.
          </p>
          <p>
            In a walk-through Sales takes Marketing through the sale step by step, as it really goes. Both
            give marks, and what needs mending gets an owner and a week.
          </p>
        </Section>
        <Section id="seal" title="The seal">
          <ul className={classes.seals}>
            <li>
              <Seal sales={false} marketing={false} state="open" size={40} />
              <span>A draft. Nobody has signed; everybody may edit.</span>
            </li>
            <li>
              <Seal sales marketing={false} state="open" size={40} />
              <span>
                Proposed. Sales, the left half, has signed. The text is locked until Marketing signs or
                somebody withdraws it.
              </span>
            </li>
            <li>
              <Seal sales marketing state="in_force" size={40} />
              <span>
                Whole and closed: in force. Nobody can change it alone. Editing begins the draft of the next
                version.
              </span>
            </li>
          </ul>
        </Section>
        <Section id="safe" title="Saved, undone, restored">
          <p>
            There is no save button. A field saves itself when you leave it or pause, and the top of the
            window says so. {keys('mod+Z')} takes back the last step, by name, even after a restart;{' '}
            {keys('mod+shift+Z')} does it again. The history shows everything that was ever done, and puts
            back single fields.
          </p>
          <p>
            A signature, and revealing what both sides wrote in silence, are done for good: undo stops there.
            A proposal can be withdrawn until both have signed.
          </p>
          <p>
            Backups are made by themselves, every hour and every day you work. They stand under People and
            settings. The whole workspace is one file; Lockstep never opens a connection to anywhere.
          </p>
        </Section>
        <Section id="keyboard" title="Keyboard">
          <p>
            {keys('mod+K')} opens everything: every command, every place, and what stands in the plans.{' '}
            {keys('mod+/')} lists the shortcuts. Everything that can be dragged can be moved from the menu
            beside it.
          </p>
        </Section>
      </div>
    </Page>
  );
}
