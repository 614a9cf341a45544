/** A page is a well-set document: one title, a line under it, sections with room between them. */
import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  title: ReactNode;
  /** The line under the title. */
  lead?: ReactNode;
  /** What stands at the right of the title: at most one primary button. */
  actions?: ReactNode;
  /** A rail beside the text, such as a contents list. */
  rail?: ReactNode;
  /** For pages with wide tables. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, lead, actions, rail, wide, children }: PageProps) {
  return (
    <div className={classes.page} data-wide={wide} data-rail={rail !== undefined}>
      <header className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {rail && <div className={classes.rail}>{rail}</div>}
      <div className={classes.body}>{children}</div>
    </div>
  );
}

interface SectionProps {
  /** The address within the page, for a contents rail. */
  id?: string;
  title: ReactNode;
  /** The idea of the section in a sentence. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One idea of a page. */
export function Section({ id, title, lead, actions, children }: SectionProps) {
  const heading = id ? `${id}-title` : undefined;
  return (
    <section className={classes.section} id={id} aria-labelledby={heading} tabIndex={id ? -1 : undefined}>
      <div className={classes.sectionHead}>
        <div>
          <h2 className={classes.sectionTitle} id={heading}>
            {title}
          </h2>
          {lead && <div className={classes.sectionLead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
