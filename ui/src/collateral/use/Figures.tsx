/** What uses come to in one line, each figure with the number it stands on, and what it does not say. */
import { Fragment } from 'react';
import type { Usage } from '../../api';
import { Few, useFormats } from '../../shared';
import { figuresOf, notBecause } from './useWords';

export function Figures({ usage }: { usage: Usage }) {
  const { number } = useFormats();
  if (usage.uses === 0) return null;
  const figures = figuresOf(usage, number);
  return (
    <div className="measure">
      <div className="tabular">
        {figures.map(({ words, few }, place) => (
          <Fragment key={words}>
            {words}
            {few && <Few />}
            {place < figures.length - 1 && ' · '}
          </Fragment>
        ))}
      </div>
      <div className="soft small">{notBecause}</div>
    </div>
  );
}
