/*
 * Loaded into a program with LD_PRELOAD, this makes a server of it: started once, it forks for each run, which saves
 * the loading and linking of its libraries, most of the time of a short run.
 *
 * A request on standard input is the files for standard output and standard error, then the arguments, each ended by
 * a zero byte, and an empty one; the answer is a line with the exit status, 128 and the signal where one ended it.
 * Only the program named by TOOL_SERVER is changed.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 64

typedef int (*main_function)(int, char **, char **);
typedef int (*start_function)(main_function, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

static main_function program;

static void redirect(int descriptor, const char *file, int flags)
{
    int opened = open(file, flags, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) _exit(125);
    close(opened);
}

static void run(int count, char **words, char **environment)
{
    const struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    alarm(600);
    redirect(0, "/dev/null", O_RDONLY);
    redirect(1, words[0], O_WRONLY | O_CREAT | O_TRUNC);
    redirect(2, words[1], O_WRONLY | O_CREAT | O_TRUNC);
    words[1] = program_invocation_name;
    exit(program(count - 1, words + 1, environment));
}

static int serve(int argc, char **argv, char **environment)
{
    FILE *requests = fdopen(dup(0), "re");
    FILE *answers = fdopen(dup(1), "we");
    char *words[MOST + 1] = {NULL};
    size_t sizes[MOST + 1] = {0};
    int count = 0, status;

    (void) argc, (void) argv;
    while (count < MOST && getdelim(&words[count], &sizes[count], 0, requests) > 0) {
        if (*words[count] != '\0') {
            count++;
            continue;
        }
        pid_t child = fork();
        if (child == 0) {
            words[count] = NULL;
            run(count, words, environment);
        }
        waitpid(child, &status, 0);
        fprintf(answers, "%d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
        fflush(answers);
        count = 0;
    }
    return 0;
}

int __libc_start_main(main_function main, int argc, char **argv, void (*init)(void), void (*fini)(void),
                      void (*rtld_fini)(void), void *stack_end)
{
    start_function start = (start_function) dlsym(RTLD_NEXT, "__libc_start_main");
    const char *name = getenv("TOOL_SERVER");

    program = main;
    if (name != NULL && strcmp(name, program_invocation_short_name) == 0) main = serve;
    return start(main, argc, argv, init, fini, rtld_fini, stack_end);
}
