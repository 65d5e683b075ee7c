/* A process that is not elevated, which Wine has none of: CLP_STANDIN_NOT_ELEVATED=1, or the file not-elevated in %CLP_STANDIN%. */
#include "advapi32.h"

static const char *class_name(TOKEN_INFORMATION_CLASS class) {
    switch (class) {
        case TokenElevation:
            return "TokenElevation";
        case TokenElevationType:
            return "TokenElevationType";
        default:
            return "other";
    }
}

static DWORD ask_wine(HANDLE token, TOKEN_INFORMATION_CLASS class, void *information, DWORD size, DWORD *needed) {
    __typeof__(GetTokenInformation) *own = (void *)GetProcAddress(GetModuleHandleW(L"wadvapi.dll"), "GetTokenInformation");
    return own(token, class, information, size, needed) ? NO_ERROR : GetLastError();
}

/* What Windows says of the token of an administrator's process that was started without "run as administrator". */
static void lower(TOKEN_INFORMATION_CLASS class, void *information) {
    if (class == TokenElevation) {
        ((TOKEN_ELEVATION *)information)->TokenIsElevated = 0;
    }
    if (class == TokenElevationType) {
        *(TOKEN_ELEVATION_TYPE *)information = TokenElevationTypeLimited;
    }
}

static BOOL is_lowered(void) {
    WCHAR path[STANDIN_PATH];
    standin_path(path, L"not-elevated");
    return standin_setting(L"CLP_STANDIN_NOT_ELEVATED", 0) || GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

BOOL WINAPI GetTokenInformation(HANDLE token, TOKEN_INFORMATION_CLASS class, LPVOID information, DWORD size, PDWORD needed) {
    struct standin_call call;
    standin_begin(&call, "GetTokenInformation", class == TokenElevation ? L"TokenElevation" : NULL);
    standin_number(&call, "token", (LONGLONG)(LONG_PTR)token);
    standin_ascii(&call, "class", class_name(class));
    standin_number(&call, "classNumber", class);
    standin_number(&call, "size", size);
    DWORD code = standin_fault(&call);
    code = code ? code : ask_wine(token, class, information, size, needed);
    if (!code && is_lowered()) {
        lower(class, information);
    }
    if (!code && class == TokenElevation) {
        standin_number(&call, "elevated", ((TOKEN_ELEVATION *)information)->TokenIsElevated);
    }
    standin_end(&call, code);
    return standin_bool(code);
}
