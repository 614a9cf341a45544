/** An address that leads nowhere; only a mistake of ours or an old link leads here. */
import { ButtonLink, Page } from '../shared';

export function NotHere() {
  return (
    <Page title="There is no such place" lead="It may have been removed since.">
      <ButtonLink to="/" variant="filled">
        Where we stand
      </ButtonLink>
    </Page>
  );
}
