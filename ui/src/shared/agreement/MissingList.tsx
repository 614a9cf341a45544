/** What stands between the draft and a proposal, each with the way to its place. */
import { Anchor } from '@mantine/core';
import { useGoToSection } from '../rail/goToSection';
import classes from './Agreement.module.css';
import type { Agreed } from './agreed';

export function MissingList({ of }: { of: Agreed }) {
  const go = useGoToSection();
  const { missing, agreement } = of;
  return (
    <div>
      <h3 className={classes.subtitle}>
        {missing.length === 1
          ? `One thing is missing before version ${agreement.next_version} can be proposed`
          : `${missing.length} things are missing before version ${agreement.next_version} can be proposed`}
      </h3>
      <ul className={classes.missing}>
        {missing.map((item) => (
          <li key={`${item.section}:${item.line}:${item.message}`}>
            {item.message}{' '}
            <Anchor component="button" type="button" onClick={() => go(item.section, item.line)}>
              Go there
              <span className="visually-hidden"> for: {item.message}</span>
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
