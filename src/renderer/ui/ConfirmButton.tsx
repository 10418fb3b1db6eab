import { Button, type ButtonProps } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** A button whose act cannot be taken back by one key: the first press asks in place, the second does it. */
export function ConfirmButton({
  children,
  question,
  onConfirm,
  ...rest
}: Omit<ButtonProps, 'children'> & {
  children: ReactNode;
  /** What the button says once it was pressed, such as “Remove it?”. */
  question: string;
  onConfirm: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!asking) return undefined;
    const timer = window.setTimeout(() => setAsking(false), 5000);
    return () => window.clearTimeout(timer);
  }, [asking]);
  return (
    <Button
      {...rest}
      ref={button}
      {...(asking && { color: 'red', variant: 'filled' })}
      onBlur={() => setAsking(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !asking) return;
        event.stopPropagation();
        setAsking(false);
      }}
      onClick={() => {
        if (asking) onConfirm();
        setAsking(!asking);
      }}
    >
      {/* A screen reader hears the question when it takes the label's place. */}
      <span aria-live="polite">{asking ? question : children}</span>
    </Button>
  );
}
