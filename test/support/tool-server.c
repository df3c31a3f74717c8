/*
 * Loaded into a program with LD_PRELOAD, this makes a server of it: started once, it forks for each run, which saves
 * the loading and linking of its libraries, most of the time of a short run.
 *
 * A request on standard input is strings, each ended by a zero byte: how many follow, the directory, the files for
 * standard input, output and error (output and error may be one), how many variables of the environment follow,
 * these, and the arguments. The answer is a line with the exit status: 128 and the signal where one ended it.
 * Only the program that TOOL_SERVER names is changed.
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

typedef int (*main_function)(int, char **, char **);
typedef int (*start_function)(main_function, int, char **, void (*)(void), void (*)(void), void (*)(void), void *);

static main_function program;

static void redirect(int descriptor, const char *file, int flags)
{
    int opened = open(file, flags, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) _exit(125);
    close(opened);
}

static void run(char **words)
{
    const struct rlimit no_core = {0, 0};
    char **arguments;
    int count = 1;

    setrlimit(RLIMIT_CORE, &no_core);
    alarm(600);
    if (chdir(words[0]) != 0) _exit(125);
    redirect(0, words[1], O_RDONLY);
    redirect(1, words[2], O_WRONLY | O_CREAT | O_TRUNC | O_APPEND);
    redirect(2, words[3], O_WRONLY | O_CREAT | O_APPEND);
    clearenv();
    arguments = words + 4 + atoi(words[4]);
    for (char **variable = words + 5; variable <= arguments; variable++) putenv(*variable);
    arguments[0] = program_invocation_name;
    while (arguments[count] != NULL) count++;
    exit(program(count, arguments, environ));
}

static int serve(int argc, char **argv, char **environment)
{
    FILE *requests = fdopen(dup(0), "re");
    FILE *answers = fdopen(dup(1), "we");
    char *text = NULL;
    size_t size = 0;
    int status;

    (void) argc, (void) argv, (void) environment;
    while (getdelim(&text, &size, 0, requests) > 0) {
        int count = atoi(text);
        char **words = calloc(count + 1, sizeof *words);
        for (int at = 0; at < count; at++) {
            if (getdelim(&text, &size, 0, requests) <= 0) return 1;
            words[at] = strdup(text);
        }
        pid_t child = fork();
        if (child == 0) run(words);
        waitpid(child, &status, 0);
        fprintf(answers, "%d\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
        fflush(answers);
        for (int at = 0; at < count; at++) free(words[at]);
        free(words);
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
