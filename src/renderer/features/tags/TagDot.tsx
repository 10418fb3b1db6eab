/** A tag's colour. It never stands alone: the tag's name is beside it. */
export function TagDot({ color, size = 10 }: { color: string; size?: number }) {
  return (
    <span
      aria-hidden="true"
      style={{
        background: color,
        borderRadius: 3,
        boxShadow: 'inset 0 0 0 1px color-mix(in srgb, var(--lg-text) 25%, transparent)',
        display: 'inline-block',
        flex: 'none',
        height: size,
        width: size,
      }}
    />
  );
}
