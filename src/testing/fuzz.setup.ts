import fc from 'fast-check';

/** `FUZZ_RUNS=5000 npx vitest run --project unit` looks harder than every day's hundred tries for each property that names no number itself. */
const runs = Number(process.env.FUZZ_RUNS);
if (runs > 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs });
