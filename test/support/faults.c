/* Ends the program, or lets a system call fail, at the n-th call that writes below a folder: FAULT_IN=/folder FAULT_AT=n
   FAULT=before|after|half|error. With LD_PRELOAD. At its end, FAULT_COUNT=file gets the number of calls. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int count;
static char inside[4096];

static int below(const char *path) {
  const char *folder = getenv("FAULT_IN");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *mode(void) { const char *m = getenv("FAULT"); return m ? m : ""; }

static void stop(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* 1 where this call has to fail. */
static int reached(void) {
  const char *at = getenv("FAULT_AT");
  int here = at && ++count == atoi(at);
  if (here && strcmp(mode(), "before") == 0) stop();
  return here;
}

static void done(int here) { if (here && strcmp(mode(), "after") == 0) stop(); }

static int fails(int here) {
  if (!here || strcmp(mode(), "error")) return 0;
  errno = ENOSPC;
  return 1;
}

__attribute__((destructor)) static void end(void) {
  const char *file = getenv("FAULT_COUNT");
  FILE *out = file ? fopen(file, "w") : NULL;
  if (out) { fprintf(out, "%d", count); fclose(out); }
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPEN(name) int name(const char *path, int flags, ...) { \
  REAL(name); va_list rest; va_start(rest, flags); int m = va_arg(rest, int); va_end(rest); \
  if (!below(path)) return real(path, flags, m); \
  int here = reached(); if (fails(here)) return -1; \
  int fd = real(path, flags, m); if (fd >= 0 && fd < (int)sizeof inside) inside[fd] = 1; \
  done(here); return fd; }
OPEN(open)
OPEN(open64)

int close(int fd) { REAL(close); if (fd >= 0 && fd < (int)sizeof inside) inside[fd] = 0; return real(fd); }

static int ours(int fd) { return fd >= 0 && fd < (int)sizeof inside && inside[fd]; }

#define WRITE(name, args, call, partial) ssize_t name args { \
  REAL(name); if (!ours(fd)) return real call; \
  int here = reached(); if (fails(here)) { real partial; return -1; } \
  if (here && strcmp(mode(), "half") == 0) { real partial; stop(); } \
  ssize_t n = real call; done(here); return n; }
WRITE(write, (int fd, const void *text, size_t size), (fd, text, size), (fd, text, size / 2))
WRITE(pwrite, (int fd, const void *text, size_t size, off_t at), (fd, text, size, at), (fd, text, size / 2, at))
WRITE(pwrite64, (int fd, const void *text, size_t size, off64_t at), (fd, text, size, at), (fd, text, size / 2, at))

#define CALL(name, args, ours, call) int name args { \
  REAL(name); if (!(ours)) return real call; \
  int here = reached(); if (fails(here)) return -1; \
  int result = real call; done(here); return result; }
CALL(fsync, (int fd), ours(fd), (fd))
CALL(fchmod, (int fd, mode_t m), ours(fd), (fd, m))
CALL(fchown, (int fd, uid_t u, gid_t g), ours(fd), (fd, u, g))
CALL(rename, (const char *from, const char *to), below(to), (from, to))
CALL(unlink, (const char *path), below(path), (path))
