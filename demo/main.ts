import { RfmError } from "rfm-kit";
import { analyse } from "./analysis.js";
import { gatherFacts } from "./facts.js";
import { Failure } from "./failure.js";
import { HELP, readFlags } from "./flags.js";
import { formatCleaning } from "./print/cleaning.js";
import { formatCount } from "./print/format.js";
import { formatPareto } from "./print/pareto.js";
import { formatQuestions } from "./print/questions.js";
import { formatSegments } from "./print/segments.js";
import { checkTarget, writeReadyFile } from "./ready-file.js";
import { writeReport } from "./report.js";
import { openSource } from "./source.js";

/** Reads, analyses, prints, and writes the file for the BI tool and the report. */
async function run(args: string[]): Promise<void> {
  const flags = readFlags(args);
  if (flags.help) return console.log(HELP);
  await checkTarget("out", flags.out, flags.file);
  await checkTarget("report", flags.report, flags.file);
  const { log, introduction, samples } = await openSource(flags);
  const analysis = analyse(log, flags.asOf);
  const { customers, segments } = analysis;
  const parts = [
    introduction,
    formatCleaning(log.report, samples),
    formatSegments(segments),
    formatPareto(customers),
    formatQuestions(customers),
  ];
  console.log(`${parts.join("\n\n")}\n`);
  await writeReadyFile(flags.out, customers);
  console.log(`${formatCount(customers.length)} rows written to ${flags.out}.`);
  await writeReport(flags.report, gatherFacts(analysis, flags.asOf));
  console.log(`The report is in ${flags.report}.`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure || error instanceof RfmError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
