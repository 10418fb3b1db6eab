import {
  ActionIcon,
  Button,
  Checkbox,
  Input,
  InputWrapper,
  Menu,
  Modal,
  Popover,
  Radio,
  Select,
  Tooltip,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The one accent colour of the workbench, from lightest to darkest. */
const accent: MantineColorsTuple = [
  '#eef0fa',
  '#dde1f5',
  '#bcc4ec',
  '#a9b4f6',
  '#8d9bf0',
  '#5667cc',
  '#3d4fb8',
  '#36469f',
  '#2c3a85',
  '#1f2a63',
];

/** What Mantine takes its dark surfaces and lines from, in the hue of our own dark design. */
const night: MantineColorsTuple = [
  '#e2e4e8',
  '#a7adb8',
  '#8e95a1',
  '#565d69',
  '#3d434d',
  '#2a2e36',
  '#1f2329',
  '#16181c',
  '#121417',
  '#0d0f11',
];

const control = { '--input-height': '28px', '--input-fz': '13px', '--input-padding': '8px' };

/** A filled button in one of our two strong colours, legible in both designs. */
const filled = (tone: 'accent' | 'danger') => ({
  '--button-bg': `var(--lg-${tone})`,
  '--button-hover': `color-mix(in srgb, var(--lg-${tone}), var(--lg-text) 12%)`,
  '--button-color': `var(--lg-on-${tone})`,
});

/** Mantine, drawn our way: 13 px type, 28 px controls, little rounding, nothing that moves for long. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  colors: { accent, dark: night },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'var(--lg-font-mono)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  shadows: { md: 'var(--lg-shadow)' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'default',
  components: {
    Button: Button.extend({
      defaultProps: { size: 'xs', variant: 'default' },
      vars: (_theme, { variant, color }) => ({
        root: {
          '--button-height': '28px',
          '--button-fz': '13px',
          '--button-padding-x': '12px',
          ...(variant === 'filled' && filled(color === 'red' ? 'danger' : 'accent')),
        },
      }),
      styles: { label: { fontWeight: 500 } },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray' },
      vars: () => ({ root: { '--ai-size': '28px' } }),
    }),
    Input: Input.extend({ defaultProps: { size: 'xs' }, vars: () => ({ wrapper: control }) }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: 'xs' },
      vars: () => ({
        label: { '--input-label-size': '12px', '--input-asterisk-color': 'var(--lg-danger)' },
        error: { '--input-error-size': '12px' },
        success: {},
        description: { '--input-description-size': '12px' },
      }),
    }),
    Select: Select.extend({
      defaultProps: { size: 'xs', comboboxProps: { transitionProps: { duration: 0 } } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 0 }, withinPortal: true },
    }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Modal: Modal.extend({
      defaultProps: {
        transitionProps: { duration: 100 },
        centered: true,
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.32 },
      },
    }),
  },
});

/** Gives Mantine's own colour names the values of our tokens, so that its parts and ours are one surface. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--lg-bg)',
    '--mantine-color-text': 'var(--lg-text)',
    '--mantine-color-dimmed': 'var(--lg-dim)',
    '--mantine-color-placeholder': 'var(--lg-faint)',
    '--mantine-color-anchor': 'var(--lg-accent-text)',
    '--mantine-color-error': 'var(--lg-danger)',
    '--mantine-color-default': 'var(--lg-raised)',
    '--mantine-color-default-hover': 'color-mix(in srgb, var(--lg-raised), var(--lg-text) 5%)',
    '--mantine-color-default-color': 'var(--lg-text)',
    '--mantine-color-default-border': 'var(--lg-line-strong)',
    '--mantine-color-gray-light-hover': 'var(--lg-hover)',
    '--mantine-color-gray-light-color': 'var(--lg-dim)',
  };
  return { variables: {}, light: shared, dark: shared };
};
