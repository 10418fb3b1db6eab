export { exportFormat } from './export-format.ts';
export { listHandovers } from './handovers.ts';
export { exportOptions } from './options.ts';
export { planPackage } from './plan.ts';
