/** What can be done with the definition as a whole: try a lead on it, take it along. */
import { Button } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import type { DefinitionView } from '../../api';
import { scrollThere } from '../../shared';
import { DefinitionExport } from '../agreement/DefinitionExport';

export function DefinitionActions({ view }: { view: DefinitionView }) {
  return (
    <>
      <DefinitionExport version={view.version} />
      <Button
        variant="filled"
        leftSection={<IconTestPipe size={18} aria-hidden />}
        onClick={() => scrollThere('try_a_lead')}
      >
        Try a lead
      </Button>
    </>
  );
}
