/* A disk that fails when it is told to: stands between the program and the C library (LD_PRELOAD, Linux).
 *
 * Calls that touch files below one folder are counted, and one of them, or every one from then on, fails with a given
 * error or writes only half of what it should. Connections to other computers are refused and counted as well.
 */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { READ = 1, WRITE = 2, SYNC = 4, OPEN = 8, CREATE = 16, NAMES = 32, SIZE = 64, LOCK = 128 };
enum { MOST_FILES = 4096 };

static char folder[PATH_MAX];
static size_t length;
static char watched[MOST_FILES];
static int armed, mask, code, halves, lasting, offline, connections;
static long seen, fail_at, failed;

#define REAL(name) static __typeof__(name) *real; if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

void disk_watch(const char *path) { snprintf(folder, sizeof folder, "%s", path); length = strlen(folder); }
void disk_arm(long at, int kinds, int error, int half, int last) {
    seen = failed = 0; fail_at = at; mask = kinds; code = error; halves = half; lasting = last; armed = 1;
}
long disk_disarm(void) { armed = 0; return seen; }
long disk_failed(void) { return failed; }
void net_forbid(void) { offline = 1; }
int net_connections(void) { return connections; }

static int inside(const char *path) { return length && path && strncmp(path, folder, length) == 0; }
static int known(int fd) { return fd >= 0 && fd < MOST_FILES && watched[fd]; }
static int note(int fd, int is) { if (fd >= 0 && fd < MOST_FILES) watched[fd] = (char)is; return fd; }

/* Say whether this call is to fail. */
static int hit(int kind) {
    if (!armed || !(kind & mask)) return 0;
    seen++;
    if (seen == fail_at || (lasting && fail_at && seen > fail_at)) { failed++; return 1; }
    return 0;
}
static int fails(int concerned, int kind) {
    if (!concerned || !hit(kind)) return 0;
    errno = code;
    return 1;
}

static int kind_of(int flags, int exists) { return (flags & O_CREAT) && !exists ? OPEN | CREATE : OPEN; }
static int there(const char *path) { REAL(access); int kept = errno, is = real(path, F_OK) == 0; errno = kept; return is; }

#define OPENS(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list list; va_start(list, flags); mode_t mode = va_arg(list, mode_t); va_end(list); \
        int is = inside(path); \
        if (fails(is, kind_of(flags, !is || there(path)))) return -1; \
        return note(real(path, flags, mode), is); \
    }
OPENS(open)
OPENS(open64)
#define OPENS_AT(name) \
    int name(int at, const char *path, int flags, ...) { \
        REAL(name); \
        va_list list; va_start(list, flags); mode_t mode = va_arg(list, mode_t); va_end(list); \
        int is = path[0] == '/' ? inside(path) : known(at); \
        if (fails(is, kind_of(flags, 0))) return -1; \
        return note(real(at, path, flags, mode), is); \
    }
OPENS_AT(openat)
OPENS_AT(openat64)
int __open_2(const char *path, int flags) { return open(path, flags, 0); }
int __open64_2(const char *path, int flags) { return open64(path, flags, 0); }

int close(int fd) { REAL(close); note(fd, 0); return real(fd); }

ssize_t read(int fd, void *to, size_t size) { REAL(read); return fails(known(fd), READ) ? -1 : real(fd, to, size); }
ssize_t pread(int fd, void *to, size_t size, off_t at) {
    REAL(pread); return fails(known(fd), READ) ? -1 : real(fd, to, size, at);
}
ssize_t pread64(int fd, void *to, size_t size, off64_t at) {
    REAL(pread64); return fails(known(fd), READ) ? -1 : real(fd, to, size, at);
}

#define WRITES(size, all, half) \
    if (known(fd) && hit(WRITE)) { \
        if (!halves || size < 2) { errno = code; return -1; } \
        return half; \
    } \
    return all;
ssize_t write(int fd, const void *from, size_t size) {
    REAL(write); WRITES(size, real(fd, from, size), real(fd, from, size / 2))
}
ssize_t pwrite(int fd, const void *from, size_t size, off_t at) {
    REAL(pwrite); WRITES(size, real(fd, from, size, at), real(fd, from, size / 2, at))
}
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
    REAL(pwrite64); WRITES(size, real(fd, from, size, at), real(fd, from, size / 2, at))
}

int fsync(int fd) { REAL(fsync); return fails(known(fd), SYNC) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails(known(fd), SYNC) ? -1 : real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); return fails(known(fd), SIZE) ? -1 : real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return fails(known(fd), SIZE) ? -1 : real(fd, size); }

int rename(const char *from, const char *to) {
    REAL(rename); return fails(inside(from) || inside(to), NAMES) ? -1 : real(from, to);
}
int link(const char *from, const char *to) {
    REAL(link); return fails(inside(from) || inside(to), NAMES) ? -1 : real(from, to);
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
    REAL(linkat); return fails(inside(to), NAMES) ? -1 : real(a, from, b, to, flags);
}
int unlink(const char *path) { REAL(unlink); return fails(inside(path), NAMES) ? -1 : real(path); }
int rmdir(const char *path) { REAL(rmdir); return fails(inside(path), NAMES) ? -1 : real(path); }
int unlinkat(int at, const char *path, int flags) {
    REAL(unlinkat); return fails(path[0] == '/' ? inside(path) : known(at), NAMES) ? -1 : real(at, path, flags);
}
int mkdir(const char *path, mode_t mode) { REAL(mkdir); return fails(inside(path), NAMES) ? -1 : real(path, mode); }
int chmod(const char *path, mode_t mode) { REAL(chmod); return fails(inside(path), NAMES) ? -1 : real(path, mode); }
int fchmod(int fd, mode_t mode) { REAL(fchmod); return fails(known(fd), NAMES) ? -1 : real(fd, mode); }
int fchmodat(int at, const char *path, mode_t mode, int flags) {
    REAL(fchmodat); return fails(inside(path), NAMES) ? -1 : real(at, path, mode, flags);
}

#define CONTROLS(name) \
    int name(int fd, int command, ...) { \
        REAL(name); \
        va_list list; va_start(list, command); void *argument = va_arg(list, void *); va_end(list); \
        if ((command == F_SETLK || command == F_SETLKW) && fails(known(fd), LOCK)) return -1; \
        int made = real(fd, command, argument); \
        if (command == F_DUPFD || command == F_DUPFD_CLOEXEC) note(made, known(fd)); \
        return made; \
    }
CONTROLS(fcntl)
CONTROLS(fcntl64)

int socket(int family, int kind, int protocol) {
    REAL(socket);
    if (offline && (family == AF_INET || family == AF_INET6)) { connections++; errno = EACCES; return -1; }
    return real(family, kind, protocol);
}
