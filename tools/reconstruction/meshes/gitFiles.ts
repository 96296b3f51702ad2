import { spawnSync } from 'node:child_process';

const MOST = 2 ** 31 - 1;

function git(repository: string, args: readonly string[], input = ''): Buffer {
  const { stdout, stderr, status } = spawnSync('git', ['-C', repository, ...args], { input, maxBuffer: MOST });
  if (status !== 0) throw new Error(`git ${args[0]} in ${repository}: ${stderr.toString()}`);
  return stdout;
}

/** Names of all files of a commit. */
export function filesAt(repository: string, commit: string): string[] {
  return git(repository, ['ls-tree', '-r', '--name-only', '-z', commit]).toString().split('\0').filter(Boolean);
}

/** The files at `paths` of a commit, from one process; a path whose file is not there is left out. */
export function readFilesAt(repository: string, commit: string, paths: readonly string[]): Map<string, Buffer> {
  const answer = git(repository, ['cat-file', '--batch'], paths.map((path) => `${commit}:${path}\n`).join(''));
  const files = new Map<string, Buffer>();
  let at = 0;
  for (const path of paths) {
    const end = answer.indexOf('\n', at);
    const [, kind, size] = answer.toString('utf8', at, end).split(' ').slice(-3);
    at = end + 1;
    if (kind !== 'blob') continue;
    files.set(path, answer.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return files;
}
