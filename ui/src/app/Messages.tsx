/** Where short messages appear. Loaded once the first screen stands. */
import { Notifications } from '@mantine/notifications';

export function Messages() {
  return <Notifications position="bottom-right" limit={4} />;
}
