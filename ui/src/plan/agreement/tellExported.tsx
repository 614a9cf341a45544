/** Says where an export went, and offers to open it. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { asCallError, tellError } from '../../api';
import { shell } from '../../platform';

export function tellExported({ label, token }: { label: string; token?: string }) {
  const id = `exported:${label}`;
  const open = () => {
    notifications.hide(id);
    if (token) shell('open_exported', { token }).catch((thrown: unknown) => tellError(asCallError(thrown)));
  };
  notifications.show({
    id,
    withBorder: true,
    autoClose: 9000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">Saved as {label}.</Text>
        {token && (
          <Button size="compact-sm" onClick={open}>
            Open it
          </Button>
        )}
      </Group>
    ),
  });
}
