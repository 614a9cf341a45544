/** Mantine's tooltip in a file of its own, so that it is loaded only when something is to be told. */
export { Tooltip } from '@mantine/core';
