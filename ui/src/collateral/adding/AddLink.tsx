/** Adds a piece that is a link: a video, a page, a document that lies elsewhere. */
import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, tell, useAct } from '../../api';
import classes from './Adding.module.css';

export function AddLink() {
  const add = useAct('add_link');
  const [opened, setOpened] = useState(false);
  const [link, setLink] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string | null>(null);
  const close = () => {
    setOpened(false);
    setLink('');
    setTitle('');
    setError(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await add.attempt({ link, ...(title.trim() ? { title } : {}) });
      close();
      tell('The link is in the library, as a draft.');
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Add a link…
      </Button>
      <Modal opened={opened} onClose={close} title="Add a link">
        <form onSubmit={submit}>
          <TextInput
            label="Address"
            placeholder="https://…"
            value={link}
            onChange={(event) => setLink(event.currentTarget.value)}
            error={error}
            data-autofocus
          />
          <TextInput
            mt="md"
            label="Title"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <div className={classes.actions}>
            <Button type="submit" variant="filled" disabled={link.trim() === ''}>
              Add
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
