import { useState } from 'react';
import { TextField } from '../../ui/field.tsx';
import type { TextFieldProps } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useWords } from '../../words/use-words.ts';
import { signInWords } from './words/words.ts';

/** A password, which whoever types it can look at. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end'>) {
  const { signIn } = useWords(signInWords);
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <IconButton
          icon={shown ? 'eyeOff' : 'eye'}
          label={shown ? signIn.hidePassword : signIn.showPassword}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
