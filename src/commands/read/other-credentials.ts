import type { EstateReader, FileContent, NamespaceFolder } from '../../environments/reader.ts';
import { decodeText } from '../../environments/text.ts';
import { scan } from '../../hcl/scan.ts';
import type { OtherCredential, Problem } from '../../results/results.ts';
import type { SourceFile } from '../../rotation/source-file.ts';
import { isConfiguration, isJson } from '../../rotation/terraform-files.ts';
import { findInTerraform, MANIFEST_MARKS, TERRAFORM_MARKS } from '../../usage/other-credentials.ts';
import { groupBy } from '../../util/group-by.ts';

/** What was found, by namespace and file, and which files could not be read. */
export interface OtherCredentials {
  readonly found: readonly OtherCredential[];
  readonly problems: readonly Problem[];
}

/**
 * Looks through the folders for the credentials of the user guide that no date rotates: the manifests directly in a
 * namespace's folder and the Terraform that is applied.
 */
export async function readOtherCredentials(
  reader: EstateReader,
  folders: readonly NamespaceFolder[],
): Promise<OtherCredentials> {
  const owners = new Map<string, NamespaceFolder>();
  for (const folder of folders) {
    for (const { path, applied } of folder.resources) {
      if (applied && isCode(path)) owners.set(path, folder);
    }
    for (const file of folder.files) if (/\.ya?ml$/.test(file)) owners.set(`${folder.path}/${file}`, folder);
  }
  const texts: { readonly path: string; readonly text: string }[] = [];
  const problems: Problem[] = [];
  await reader.read(owners.keys(), (path, content) => {
    const marks = isCode(path) ? TERRAFORM : MANIFEST;
    if (content instanceof Uint8Array && !contains(content, marks)) return;
    const decoded = content instanceof Uint8Array ? decodeText(content) : content;
    if ('text' in decoded) texts.push({ path, text: decoded.text });
    // of Terraform that cannot be read the survey tells already
    else if (!isCode(path)) problems.push(unreadable(path, decoded.message));
  });
  const found: OtherCredential[] = [];
  const byFolder = groupBy(texts, ({ path }) => owners.get(path)!);
  for (const [folder, ofFolder] of byFolder) {
    const owner = { cluster: folder.cluster, namespace: folder.namespace };
    const code = ofFolder.filter(({ path }) => isCode(path));
    const files = code.map(({ path, text }): SourceFile => ({ path, text, scan: scan(text) }));
    if (files.length > 0) found.push(...findInTerraform(await withTriggers(reader, folder, files), owner));
    for (const { path, text } of ofFolder) {
      if (isCode(path)) continue;
      const { findInManifest } = await import('../../usage/other-credentials-yaml.ts');
      const manifest = findInManifest(path, text, owner);
      found.push(...manifest.found);
      problems.push(...manifest.problems);
    }
  }
  return { found, problems };
}

function isCode(path: string): boolean {
  return isConfiguration(path) && !isJson(path);
}

/** The rest of a folder's Terraform too, where a key is replaced together with something that may stand anywhere in it. */
async function withTriggers(
  reader: EstateReader,
  { resources }: NamespaceFolder,
  files: readonly SourceFile[],
): Promise<readonly SourceFile[]> {
  if (!files.some(({ text }) => text.includes('replace_triggered_by'))) return files;
  const known = new Set(files.map(({ path }) => path));
  const rest: SourceFile[] = [];
  const paths = resources.flatMap(({ path, applied }) =>
    applied && isCode(path) && !known.has(path) ? [path] : [],
  );
  await reader.read(paths, (path, content) => {
    const decoded = content instanceof Uint8Array ? decodeText(content) : content;
    if ('text' in decoded) rest.push({ path, text: decoded.text, scan: scan(decoded.text) });
  });
  return [...files, ...rest];
}

const TERRAFORM = TERRAFORM_MARKS.map((mark) => Buffer.from(mark));
const MANIFEST = MANIFEST_MARKS.map((mark) => Buffer.from(mark));

function contains(content: Extract<FileContent, Uint8Array>, marks: readonly Buffer[]): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return marks.some((mark) => bytes.includes(mark));
}

function unreadable(file: string, message: string): Problem {
  return { file, line: 1, column: 1, code: 'manifest-unreadable', message };
}
