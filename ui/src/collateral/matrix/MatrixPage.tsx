/** The content matrix: what each persona needs in each phase, what answers it, and what is at stake where nothing does. */
import { SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type ContentMatrix, useAsk } from '../../api';
import { ButtonLink, EmptyState, Page, useFormats } from '../../shared';
import { useOpenWorkspace } from '../../shared/openWorkspace';
import { type Heat, heats, type MatrixPlace } from '../places';
import { CellDrawer } from './cell/CellDrawer';
import { GapsSection } from './GapsSection';
import { Legend } from './Legend';
import classes from './Matrix.module.css';
import { MatrixDocuments } from './MatrixDocuments';
import { MatrixGrid } from './MatrixGrid';
import { OutsideSection } from './OutsideSection';
import { heatNames, leadOf, nothingToShow, scaleOf, titleOf } from './words';

/** So many pieces are named in each cell and for each need; the others are asked for in the cell. */
const named = 12;

export function MatrixPage() {
  const place = useSearch({ from: '/collateral/matrix' });
  const navigate = useNavigate();
  const { read_only: readOnly } = useOpenWorkspace();
  const formats = useFormats();
  const go = (next: MatrixPlace) =>
    void navigate({ to: '/collateral/matrix', search: next, replace: true, resetScroll: false });
  const asked = useAsk('open_content_matrix', { at_most: named });
  if (asked.isError) {
    return (
      <Page title="Content matrix">
        <EmptyState title={asked.error.message}>{asked.error.hint}</EmptyState>
      </Page>
    );
  }
  if (asked.data === undefined) return null;
  const matrix = asked.data;
  if (!matrix || matrix.personas.length === 0 || matrix.phases.length === 0) {
    return (
      <Page title="Content matrix">
        <NoBuyers matrix={matrix} />
      </Page>
    );
  }
  const heat = place.heat ?? 'coverage';
  const scale = scaleOf(matrix.cells, heat);
  const open = (persona: string, phase: string) => go({ ...place, persona, phase });
  return (
    <Page
      wide
      title={titleOf(matrix, formats.number)}
      lead={leadOf(matrix, formats)}
      actions={<MatrixDocuments />}
    >
      {matrix.required === 0 && <NoNeeds />}
      <div className={classes.controls}>
        <SegmentedControl
          aria-label="What the cells show"
          className={classes.heats}
          value={heat}
          onChange={(value) => go({ ...place, heat: value === 'coverage' ? undefined : (value as Heat) })}
          data={heats.map((value) => ({ value, label: heatNames[value] }))}
        />
        <Legend heat={heat} scale={scale} />
      </div>
      <Nothing matrix={matrix} heat={heat} />
      <MatrixGrid matrix={matrix} heat={heat} scale={scale} open={open} />
      <GapsSection matrix={matrix} open={open} />
      <OutsideSection matrix={matrix} />
      <CellDrawer
        matrix={matrix}
        persona={place.persona}
        phase={place.phase}
        editable={readOnly === null}
        onClose={() => go({ ...(place.heat ? { heat: place.heat } : {}) })}
      />
    </Page>
  );
}

/** There is nothing to put in rows or columns yet. */
function NoBuyers({ matrix }: { matrix: ContentMatrix | null }) {
  const title = !matrix
    ? 'No buying cycle yet'
    : matrix.personas.length === 0
      ? 'No personas yet'
      : 'No phases yet';
  return (
    <EmptyState
      title={title}
      action={
        <ButtonLink to="/buyers" search={{}} variant="filled">
          Go to personas and phases
        </ButtonLink>
      }
    >
      The matrix shows what each persona needs to know in each phase, which approved piece answers it, and how
      much is at stake where nothing does. Start with who buys from you, and how.
    </EmptyState>
  );
}

/** Somebody buys, in phases, and nobody has said yet what they need. */
function NoNeeds() {
  return (
    <div className={classes.next}>
      <EmptyState
        title="Next: what do they need to know?"
        action={
          <ButtonLink to="/buyers" search={{}} variant="filled">
            Add information needs
          </ButtonLink>
        }
      >
        Write down what each persona needs to know in each phase. Every need then asks for a piece here. You
        can also open a cell below and require pieces in it.
      </EmptyState>
    </div>
  );
}

function Nothing({ matrix, heat }: { matrix: ContentMatrix; heat: Heat }) {
  const why = nothingToShow(matrix, heat);
  if (why === null) return null;
  return (
    <p className={classes.note}>
      {why}
      {!matrix.has_leads && heat === 'leads' && (
        <>
          {' '}
          <Link to="/leads/import" search={{}}>
            Import leads
          </Link>
        </>
      )}
    </p>
  );
}
